"""How Ada lets Bea in again, and what Bea can see of it."""

OPTIONS = "/passkeys/registration/options"
PRIVATE, SHARED = "Only the kingfisher knows.", "The heron may be told."


def link_by(ada, bea):
    """The secret of a link that Ada makes to let Bea in again."""
    path = f"/practice/clients/{bea.id}/again"
    ada.opens(path)
    ada.steps_up("recover")
    return ada.sends(path).find(id="link")["value"].partition("#")[2]


def read_by(visitor):
    """Every word that the feed gives."""
    return "".join(change["body"] or "" for change in visitor.feed())


def state(visitor):
    return visitor.gets("/recovery")["state"]
