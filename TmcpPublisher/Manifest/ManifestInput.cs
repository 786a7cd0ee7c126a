using Tmcp.Publisher.Graph;

namespace Tmcp.Publisher.Manifest;

/// <param name="IsSecret">Whether its value may appear in no file.</param>
/// <param name="Default">The value where nobody gives another one.</param>
/// <param name="Generate">How a value is made when there is none.</param>
internal sealed record ManifestInput(bool IsSecret, string? Default, GenerateRules? Generate);
