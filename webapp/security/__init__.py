"""What every request passes: headers, same origin, strict JSON, sealed fields, who may call."""
