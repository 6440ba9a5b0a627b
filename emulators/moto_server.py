"""moto's server, without the work that it does anew at each call and that no answer shows.

To find the service of a call moto lists its own packages on the disk, to find the method it looks at all that the service's class
has, and then it prints a line through a filter for terminals. That took a third of the time of a call.

GET /corbel/calls answers the number of calls so far, which a recording would tell as well, at the price of writing each down.
"""

import functools
import logging
import threading

from moto.core import responses
from moto.moto_server.werkzeug_app import DomainDispatcherApplication
from moto.server import main

# Neither changes while the server runs: the service of a host name, and the methods of a class.
DomainDispatcherApplication.get_backend_for_host = functools.cache(DomainDispatcherApplication.get_backend_for_host)
responses.method_names_from_class = functools.cache(responses.method_names_from_class)
logging.getLogger("werkzeug").setLevel(logging.WARNING)

calls = 0
counting = threading.Lock()
dispatch = DomainDispatcherApplication.__call__


def answer(self, environ, start_response):
    global calls
    if environ.get("PATH_INFO") == "/corbel/calls":
        start_response("200 OK", [("Content-Type", "text/plain")])
        return [str(calls).encode()]
    with counting:
        calls += 1
    return dispatch(self, environ, start_response)


DomainDispatcherApplication.__call__ = answer

main()
