"""Reading everything that an account can reach: sign in, then follow every link and every choice of a form, GET only."""

import re
from collections import Counter, deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit

import requests

from uitzicht.cli.outsider import pages
from uitzicht.core.refusal import Refusal

Progress = Callable[[str, int, int], None]
SIGN_IN = "/account/sign-in/"
NEVER = frozenset(
    {"account", "static", "language", "delete", "erase", "remove", "revoke", "stop", "cancel", "sign-out"}
)
"""Parts of addresses that are left alone: they end the visit or announce a change, and hold no figures."""
LANGUAGE = "en"
PATIENCE = 120
FAULT = 500
HOMES = {
    "hr_lead": "/departures/",
    "interviewer": "/interviews/",
    "leader": "/insight/",
    "guardian": "/administration/audit/",
    "admin": "/administration/users/",
    "prevention": "/summaries/",
}
"""A page that this role has and that tells an account of it from an account without."""
FILES = {
    "application/json": "json",
    "text/csv": "csv",
    "application/pdf": "pdf",
    "text/calendar": "calendar",
    "image/svg+xml": "svg",
    "text/plain": "text",
}


@dataclass(frozen=True)
class Page:
    """What one address gave. ``kind``: "html", or one of FILES, or "other"."""

    address: str
    kind: str
    body: bytes = field(repr=False)

    @property
    def shows_release(self) -> bool:
        """Under the figures of a page, and in every line of a file, stands a certificate."""
        if self.kind == "csv":
            return b",certificate" in self.body[:500]
        return self.kind == "html" and b"release-foot" in self.body


@dataclass
class Visit:
    """Everything one role read. ``unread``: addresses of pages with figures that were not read because there were too many."""

    role: str
    pages: list[Page] = field(default_factory=list)
    unread: int = 0

    @property
    def files(self) -> int:
        return sum(page.kind != "html" for page in self.pages)


@dataclass(frozen=True)
class Limits:
    """``most``: addresses in one visit. ``together``: choices that one address may combine (None: any number).
    ``variants``: addresses of one page that shows no release, such as a calendar in which every week leads to the next."""

    most: int = 50_000
    together: int | None = None
    variants: int = 40


def visit(role: str, url: str, email: str, password: str, limits: Limits, progress: Progress) -> Visit:
    """Sign in and read. Refusal: the address is not safe or gives no answer, signing in fails, or it is another role."""
    url = _checked(url)
    with requests.Session() as browser:
        _sign_in(browser, url, email, password)
        home = browser.get(url + HOMES[role], timeout=PATIENCE, allow_redirects=False)
        if home.status_code != requests.codes.ok:
            raise Refusal(
                "outsider.role",
                "{email} may sign in but is no {role}: name the role that it has.",
                email=email,
                role=role,
            )
        walk = _Walk(browser, url, Visit(role), limits)
        walk.read_all(progress)
    return walk.visit


def _checked(url: str) -> str:
    parts = urlsplit(url)
    here = parts.hostname in ("127.0.0.1", "::1", "localhost")
    if parts.scheme != "https" and not (parts.scheme == "http" and here):
        raise Refusal(
            "outsider.address", "{url}: give an https address, so that the password stays secret on its way.", url=url
        )
    return url.rstrip("/")


def _sign_in(browser: requests.Session, url: str, email: str, password: str) -> None:
    browser.trust_env = False  # a password goes to this address, never to a proxy or from a netrc
    browser.cookies.set("django_language", LANGUAGE)
    browser.headers["Accept-Language"] = LANGUAGE
    try:
        form = browser.get(url + SIGN_IN, timeout=PATIENCE)
        found = re.search(rb'name="csrfmiddlewaretoken" value="([^"]+)"', form.content)
        if form.status_code != requests.codes.ok or not found:
            raise Refusal("outsider.address", "{url} is no Uitzicht: it has no page to sign in.", url=url)
        fields = {"login": email, "password": password, "csrfmiddlewaretoken": found[1].decode()}
        done = browser.post(
            url + SIGN_IN, data=fields, headers={"Referer": url + SIGN_IN}, timeout=PATIENCE, allow_redirects=False
        )
    except requests.RequestException as fault:
        raise Refusal("outsider.address", "{url} gives no answer. Is the address right?", url=url) from fault
    if done.status_code != requests.codes.found or urlsplit(done.headers["Location"]).path.startswith("/account/"):
        raise Refusal("outsider.sign_in", "{email} cannot sign in with this password.", email=email)


class _Walk:
    """Breadth first over addresses. A choice that a page shows by itself is the same as no choice."""

    def __init__(self, browser: requests.Session, url: str, visit: Visit, limits: Limits) -> None:
        self.browser, self.url, self.visit, self.limits = browser, url, visit, limits
        self.waiting = deque(["/"])
        self.known = {"/"}
        self.variants: Counter[str] = Counter()
        self.with_figures: set[str] = set()
        self.defaults: dict[tuple[str, str], str] = {}

    def read_all(self, progress: Progress) -> None:
        while self.waiting:
            address = self.waiting.popleft()
            path = urlsplit(address).path
            self.variants[path] += 1
            endless = self.variants[path] > self.limits.variants and path not in self.with_figures
            if endless:
                continue
            if len(self.visit.pages) >= self.limits.most:
                self.visit.unread += 1
                continue
            self._read(address)
            progress(self.visit.role, len(self.visit.pages), len(self.known))

    def _read(self, address: str) -> None:
        try:
            answer = self.browser.get(self.url + address, timeout=PATIENCE)
        except requests.RequestException as fault:
            raise Refusal("outsider.address", "{url} gives no answer any more.", url=self.url) from fault
        if answer.status_code >= FAULT:
            raise Refusal(
                "outsider.fault", "{address} failed with {status}.", address=address, status=answer.status_code
            )
        if answer.status_code != requests.codes.ok or not self._here(answer.url):
            return
        kind = FILES.get(answer.headers.get("Content-Type", "").partition(";")[0].strip(), "")
        page = Page(address, kind or ("html" if b"<html" in answer.content[:500] else "other"), answer.content)
        self.visit.pages.append(page)
        if page.shows_release:
            self.with_figures.add(urlsplit(address).path)
        if page.kind == "html":
            self._follow(page, pages.parse(page.body))

    def _follow(self, page: Page, shown: pages.Shown) -> None:
        path, asked = urlsplit(page.address).path, dict(parse_qsl(urlsplit(page.address).query))
        for name, value in shown.chosen.items():
            if name not in asked:
                self.defaults.setdefault((path, name), value)
        for link in shown.links:
            self._add(urljoin(self.url + page.address, link))
        for action, fields in shown.choices:
            self._add(urljoin(self.url + page.address, action.partition("?")[0] or path) + "?" + urlencode(fields))

    def _add(self, link: str) -> None:
        parts = urlsplit(link)
        if not self._here(link) or NEVER & set(parts.path.split("/")):
            return
        path = parts.path or "/"
        query = [
            (name, value)
            for name, value in sorted(set(parse_qsl(parts.query)))
            if value and self.defaults.get((path, name)) != value
        ]
        address = f"{path}?{urlencode(query)}" if query else path
        if address in self.known or (self.limits.together is not None and len(query) > self.limits.together):
            return
        self.known.add(address)
        self.waiting.append(address)

    def _here(self, link: str) -> bool:
        ours, theirs = urlsplit(self.url), urlsplit(link)
        return (theirs.scheme, theirs.netloc) == (ours.scheme, ours.netloc)


def readable(visits: list[Visit]) -> Iterator[tuple[str, Page]]:
    """Role and page, every visit after the other."""
    for one in visits:
        for page in one.pages:
            yield one.role, page
