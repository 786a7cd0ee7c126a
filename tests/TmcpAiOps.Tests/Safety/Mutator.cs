using System.Text;

namespace Tmcp.AiOps.Tests.Safety;

/// <summary>Changes bodies in ways that break parsers: bits, cuts, swapped values, depth, odd numbers, half characters. Thread-safe.</summary>
internal sealed class Mutator(int seed)
{
    private static readonly string[] _values =
        ["null", "true", "-1", "1e400", "1E-999", "9999999999999999999999", "\"\"", "\"\\ud800\"", "\"\\u0000\"", "[]", "{}", "[[[[]]]]", "\"\ud83d\ude00\"", "\"9999-12-31T23:59:59Z\"", "\"0001-01-01T00:00:00Z\""];

    private readonly Random _random = new(seed);
    private readonly Lock _lock = new();

    public byte[] Mutate(string body)
    {
        lock (_lock)
        {
            var text = body;
            for (var times = _random.Next(0, 4); times > 0; times--)
                text = ChangeText(text);
            var bytes = Encoding.UTF8.GetBytes(text);
            for (var times = _random.Next(4) == 0 ? _random.Next(1, 5) : 0; times > 0 && bytes.Length > 0; times--)
                bytes[_random.Next(bytes.Length)] = (byte)_random.Next(256);
            return bytes;
        }
    }

    private string ChangeText(string text)
    {
        if (text.Length < 2)
            return text;
        var at = _random.Next(text.Length);
        return _random.Next(8) switch
        {
            0 => text[..at],
            1 => text[at..],
            2 => text.Insert(at, _values[_random.Next(_values.Length)]),
            3 => ReplaceValue(text, at),
            4 => text + text,
            5 => new string('[', _random.Next(1, 100)) + text,
            6 => text.Insert(at, new string((char)_random.Next(1, 0x2FF), _random.Next(1, 2_000))),
            _ => text.Replace("\"alertname\"", $"\"{(char)_random.Next(32, 127)}\"", StringComparison.Ordinal),
        };
    }

    // What follows a colon, up to the next comma or brace, becomes something else.
    private string ReplaceValue(string text, int from)
    {
        var colon = text.IndexOf(':', from);
        if (colon < 0)
            return text;
        var end = text.IndexOfAny([',', '}'], colon);
        return end < 0 ? text : text[..(colon + 1)] + _values[_random.Next(_values.Length)] + text[end..];
    }
}
