"""moto as the other side of a walk."""

import os
import socket
import subprocess
import sys
import time

from .asking import Walk


class Moto:
    """Served by a process of its own until the block ends."""

    def __enter__(self):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        with open("target/moto.log", "w") as log:
            self.process = subprocess.Popen([sys.executable, ".ci/moto_server.py", str(port)], stdout=log, stderr=log)
        self.url = os.environ["AWS_ENDPOINT_URL"] = f"http://127.0.0.1:{port}"
        deadline = time.monotonic() + 120
        while self.process.poll() is None and time.monotonic() < deadline:
            with socket.socket() as client:
                if client.connect_ex(("127.0.0.1", port)) == 0:
                    return self
            time.sleep(0.1)
        raise SystemExit("moto did not start: target/moto.log")

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait(60)


class Lenient(Walk):
    """moto's answers are not held against AWS's models."""

    def heard(self, **_):
        pass
