"""A refusal becomes a page: what is wrong, why the rule exists, what can be done. Nobody gets a stack trace."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render

from uitzicht.core.refusal import Refusal

UNPROCESSABLE = 422


class RefusalAsPage:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if not isinstance(exception, Refusal):
            return None
        if request.headers.get("Accept", "").startswith("application/json"):
            return JsonResponse({"code": exception.code, "message": str(exception)}, status=UNPROCESSABLE)
        context = {"refusal": exception, "back": request.headers.get("Referer") or request.path}
        return render(request, "ui/refusal.html", context, status=UNPROCESSABLE)
