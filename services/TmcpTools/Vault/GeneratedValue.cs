using System.Security.Cryptography;

namespace Tmcp.Tools.Vault;

/// <summary>Makes values by the rules of the manifest.</summary>
internal static class GeneratedValue
{
    // Aspire's own set: none of them needs quotes in a URL or a shell's double quotes.
    private const string Special = "-_.{}~()*+!";
    private const string Lower = "abcdefghijklmnopqrstuvwxyz";
    private const string Upper = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private const string Digits = "0123456789";

    /// <exception cref="ToolException">The rules leave no character.</exception>
    internal static string Make(string name, GenerateSettings rules)
    {
        (string Set, bool IsUsed, int AtLeast)[] classes =
        [
            (Lower, rules.Lower, rules.MinLower), (Upper, rules.Upper, rules.MinUpper),
            (Digits, rules.Numeric, rules.MinNumeric), (Special, rules.Special, rules.MinSpecial),
        ];
        var all = string.Concat(classes.Where(part => part.IsUsed).Select(part => part.Set));
        if (all.Length == 0)
            throw new ToolException($"Value '{name}' cannot be made: its rules forbid every character. Allow lower, upper, numeric or special.");

        var characters = classes.Where(part => part.IsUsed).SelectMany(part => RandomNumberGenerator.GetItems<char>(part.Set, part.AtLeast)).ToList();
        characters.AddRange(RandomNumberGenerator.GetItems<char>(all, Math.Max(0, rules.MinLength - characters.Count)));
        var value = characters.ToArray();
        RandomNumberGenerator.Shuffle<char>(value);
        return new string(value);
    }
}
