export { send } from {{ sending|tojson }};
export { subscribe } from {{ notifications|tojson }};
export const version = {{ version|tojson }};
export const pages = {{ pages|tojson }};
export const files = {{ files|tojson }};
