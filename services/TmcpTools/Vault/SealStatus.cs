using System.Text.Json.Nodes;

namespace Tmcp.Tools.Vault;

/// <param name="IsInitialised">Whether it has keys.</param>
/// <param name="IsSealed">Whether its data is shut.</param>
internal sealed record SealStatus(bool IsInitialised, bool IsSealed)
{
    internal static SealStatus Read(JsonNode status) => new((bool?)status["initialized"] ?? true, (bool)status["sealed"]!);
}
