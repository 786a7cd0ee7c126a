namespace Tmcp.Publisher.Graph;

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
