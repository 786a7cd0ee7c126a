namespace Tmcp.Publisher.Graph;

/// <summary>A value that a person or an environment gives.</summary>
/// <param name="Name">Its name in the manifest.</param>
/// <param name="IsSecret">Whether its value may appear in no file.</param>
/// <param name="IsOptional">Whether the system runs without it.</param>
/// <param name="Default">What holds where an environment gives no other value; null: an environment has to. Always null for a secret.</param>
/// <param name="Generate">How a value is made when there is none; only for a secret.</param>
internal sealed record Parameter(string Name, bool IsSecret, bool IsOptional, string? Default, GenerateRules? Generate);

/// <summary>Rules for a generated value, as in the manifest.</summary>
/// <param name="MinLength">In characters.</param>
/// <param name="Lower">Whether it may hold lower case letters; the other classes alike.</param>
/// <param name="MinLower">How many it holds at least; the other classes alike.</param>
internal sealed record GenerateRules(
    int MinLength,
    bool Lower = true,
    bool Upper = true,
    bool Numeric = true,
    bool Special = true,
    int MinLower = 0,
    int MinUpper = 0,
    int MinNumeric = 0,
    int MinSpecial = 0);
