using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace TmcpEmulators.Redis.Protocol;

/// <summary>Numbers as Redis reads and writes them.</summary>
internal static class Numbers
{
    /// <summary>A whole number in its only accepted form: no sign but minus, no leading zero, no blank.</summary>
    public static bool TryLong(ReadOnlySpan<byte> text, out long value)
    {
        value = 0;
        if (text.Length is 0 or > 20 || text[0] == '+' || (text[0] == '0' && text.Length > 1) || (text.Length > 1 && text[0] == '-' && text[1] == '0'))
            return false;
        return Utf8Parser.TryParse(text, out value, out var used) && used == text.Length;
    }

    public static bool TryDouble(ReadOnlySpan<byte> text, out double value)
    {
        value = 0;
        if (text.Length is 0 or > 128)
            return false;
        var word = Encoding.ASCII.GetString(text);
        switch (word.ToLowerInvariant())
        {
            case "inf" or "+inf" or "infinity" or "+infinity":
                value = double.PositiveInfinity;
                return true;
            case "-inf" or "-infinity":
                value = double.NegativeInfinity;
                return true;
        }

        const NumberStyles style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        return double.TryParse(word, style, CultureInfo.InvariantCulture, out value) && double.IsFinite(value);
    }

    public static byte[] Format(long value)
    {
        Span<byte> buffer = stackalloc byte[20];
        Utf8Formatter.TryFormat(value, buffer, out var written);
        return buffer[..written].ToArray();
    }

    public static string Format(double value) => value switch
    {
        double.PositiveInfinity => "inf",
        double.NegativeInfinity => "-inf",
        0 => double.IsNegative(value) ? "-0" : "0",
        _ when Math.Abs(value) < 1e17 && value == Math.Floor(value) => ((long)value).ToString(CultureInfo.InvariantCulture),
        _ => value.ToString("R", CultureInfo.InvariantCulture).Replace("E", "e", StringComparison.Ordinal),
    };

    /// <summary>The sum that INCRBYFLOAT stores: exact decimals where they fit, never an exponent.</summary>
    public static string Add(byte[] left, double right, byte[] rightText, double leftValue)
    {
        var sum = leftValue + right;
        if (double.IsNaN(sum) || double.IsInfinity(sum))
            throw new RedisError("ERR increment would produce NaN or Infinity");
        if (decimal.TryParse(Encoding.ASCII.GetString(left), NumberStyles.Float, CultureInfo.InvariantCulture, out var a) &&
            decimal.TryParse(Encoding.ASCII.GetString(rightText), NumberStyles.Float, CultureInfo.InvariantCulture, out var b) &&
            Math.Abs(sum) < 1e27)
        {
            return (a + b).ToString("0.#################", CultureInfo.InvariantCulture);
        }

        return sum.ToString("0.#################", CultureInfo.InvariantCulture);
    }
}
