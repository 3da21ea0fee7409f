export { renew, send } from {{ worker|tojson }};
export const version = {{ version|tojson }};
export const pages = {{ pages|tojson }};
export const whole = {{ whole|tojson }};
export const parts = {{ parts|tojson }};
