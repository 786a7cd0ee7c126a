namespace Tmcp.Publisher.Graph;

/// <summary>A value that a person or an environment gives.</summary>
/// <param name="Name">Its name in the manifest.</param>
/// <param name="IsSecret">Whether its value may appear in no file.</param>
/// <param name="IsOptional">Whether the system runs without it.</param>
/// <param name="Default">What holds where an environment gives no other value; null: an environment has to. Always null for a secret.</param>
/// <param name="Generate">How a value is made when there is none; only for a secret.</param>
internal sealed record Parameter(string Name, bool IsSecret, bool IsOptional, string? Default, GenerateRules? Generate);
