-- An office that stood beside its group moves to a server of its own, and back.
grant update (hosted) on samen.federation_office to samen_server;
