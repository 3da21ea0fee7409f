"""The public contract, and whether an answer keeps to it."""

from functools import cache

import jsonschema_rs
from werkzeug.exceptions import HTTPException

from webapp.openapi.document import document


def of(app):
    """The contract of an application, made once."""
    if "contract" not in app.extensions:
        app.extensions["contract"] = Contract(app)
    return app.extensions["contract"]


class Contract:
    """The document of one application, and what it says that each answer must look like."""

    def __init__(self, app):
        self.app, self.told = app, document(app)
        self.components = self.told["components"]
        self.operations = {
            operation["operationId"]: operation
            for path in self.told["paths"].values()
            for operation in path.values()
        }
        self.validator = cache(self._made)

    def hold(self, answer):
        """Fail unless an answer is one that the contract knows; a page may look as it likes."""
        name = self._asked(answer.request)
        if name in self.operations and answer.status_code != 500:  # a defect is in no contract
            validator = self.validator(name, str(answer.status_code))
            if validator:
                validator.validate(answer.get_json(force=True))

    def _asked(self, request):
        addresses = self.app.url_map.bind(self.app.config["PUBLIC_HOST"])
        try:
            return addresses.match(request.path, request.method)[0].replace(".", "_")
        except HTTPException:
            return None

    def _made(self, name, status):
        responses = self.operations[name]["responses"]
        assert status in responses, f"The contract does not know that {name} answers {status}."
        schema = self._schema(responses[status])
        whole = schema and {**schema, "components": self.components}
        return whole and jsonschema_rs.validator_for(whole, validate_formats=True)

    def _schema(self, response):
        if "$ref" in response:
            response = self.components["responses"][response["$ref"].rpartition("/")[2]]
        return next((each["schema"] for each in response.get("content", {}).values()), None)
