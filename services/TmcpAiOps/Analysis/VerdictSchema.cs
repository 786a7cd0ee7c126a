using System.Text.Json.Nodes;

namespace Tmcp.AiOps.Analysis;

/// <summary>The form that the model must answer in, for servers that hold it to one.</summary>
internal static class VerdictSchema
{
    public static JsonNode ResponseFormat() => JsonNode.Parse("""
        {
          "type": "json_schema",
          "json_schema": {
            "name": "analysis",
            "strict": true,
            "schema": {
              "type": "object",
              "properties": {
                "root_cause": { "type": "string" },
                "evidence": { "type": "array", "items": { "type": "string" } },
                "solution": { "type": "string" },
                "severity": { "type": "string", "enum": ["info", "warning", "error", "critical"] },
                "confidence": { "type": "number" }
              },
              "required": ["root_cause", "evidence", "solution", "severity", "confidence"],
              "additionalProperties": false
            }
          }
        }
        """)!;
}
