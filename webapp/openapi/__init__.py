"""The public contract as a document (OpenAPI 3.1), written from the views and what they take."""
