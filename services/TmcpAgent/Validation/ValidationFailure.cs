using System.Text.Json;
using System.Text.Json.Nodes;

namespace Tmcp.Agent.Validation;

/// <summary>Body of a 422, in the shape that FastAPI gives it and the hub reads.</summary>
internal sealed record ValidationFailure(IReadOnlyList<ValidationDetail> Detail);

/// <param name="Type">Stable name of the rule, for example <c>missing</c>.</param>
/// <param name="Loc">Where: <c>["body","message"]</c>.</param>
/// <param name="Msg">The rule in words.</param>
/// <param name="Input">What was sent there.</param>
internal sealed record ValidationDetail(string Type, JsonArray Loc, string Msg, JsonElement Input)
{
    public static ValidationDetail At(string field, string type, string message, JsonElement input) =>
        new(type, ["body", field], message, input);
}
