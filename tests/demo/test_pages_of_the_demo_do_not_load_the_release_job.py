import subprocess
import sys

CODE = """
import django, sys
django.setup()
import uitzicht.demo.urls
print("uitzicht.privacy.release_key" in sys.modules)
"""


def test_a_process_that_serves_pages_never_loads_what_opens_sealed_sheets():
    done = subprocess.run([sys.executable, "-c", CODE], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
