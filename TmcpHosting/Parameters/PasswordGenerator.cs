using System.Security.Cryptography;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Parameters;

/// <summary>Generates passwords from a cryptographic source.</summary>
internal static class PasswordGenerator
{
    // Characters that look alike (l, I, O, 0, 1) are left out of letters; none of the special ones has a meaning in shells, URLs or YAML.
    private const string Lower = "abcdefghjkmnpqrstuvwxyz";
    private const string Upper = "ABCDEFGHJKMNPQRSTUVWXYZ";
    private const string Numeric = "0123456789";
    private const string Special = "-_.{}~()*+!";

    public static string Generate(GenerateParameterDefault rules)
    {
        var required = ClassesOf(rules).SelectMany(c => RandomNumberGenerator.GetItems<char>(c.Characters, c.Minimum)).ToArray();
        var all = string.Concat(ClassesOf(rules).Select(c => c.Characters));
        if (all.Length == 0)
            throw new InvalidOperationException("A generated value needs at least one class of characters. Allow lower, upper, numeric or special ones.");

        char[] password = [.. required, .. RandomNumberGenerator.GetItems<char>(all, Math.Max(0, rules.MinLength - required.Length))];
        RandomNumberGenerator.Shuffle<char>(password);
        return new string(password);
    }

    private static IEnumerable<(string Characters, int Minimum)> ClassesOf(GenerateParameterDefault rules)
    {
        if (rules.Lower)
            yield return (Lower, rules.MinLower);
        if (rules.Upper)
            yield return (Upper, rules.MinUpper);
        if (rules.Numeric)
            yield return (Numeric, rules.MinNumeric);
        if (rules.Special)
            yield return (Special, rules.MinSpecial);
    }
}
