using System.Security.Cryptography;
using System.Text;

namespace TmcpEmulators.Ollama.Rules.Schemas;

/// <summary>
/// Writes a text that matches a simple pattern: literals, classes such as <c>[A-Z0-9]</c>, <c>\d \w \s .</c>, groups with alternatives
/// (the first is taken) and the quantifiers <c>? * + {n} {n,m}</c>. Null for anything beyond.
/// </summary>
internal sealed class PatternWriter
{
    private const int MaxLength = 2000;
    private readonly string _pattern;
    private readonly byte[] _seed;
    private readonly StringBuilder _text = new();
    private int _position;
    private int _drawn;

    private PatternWriter(string pattern, string seed)
    {
        _pattern = pattern;
        _seed = SHA256.HashData(Encoding.UTF8.GetBytes(seed));
    }

    public static string? TryWrite(string pattern, string seed)
    {
        if (pattern.Length > 500)
            return null;
        var writer = new PatternWriter(pattern, seed);
        return writer.Alternatives(write: true, depth: 0) && writer._position == pattern.Length ? writer._text.ToString() : null;
    }

    private bool Alternatives(bool write, int depth)
    {
        if (depth > 20 || !Sequence(write, depth))
            return false;
        while (_position < _pattern.Length && _pattern[_position] == '|')
        {
            _position++;
            if (!Sequence(write: false, depth))
                return false;
        }

        return true;
    }

    private bool Sequence(bool write, int depth)
    {
        while (_position < _pattern.Length && _pattern[_position] is not ('|' or ')'))
        {
            var start = _position;
            if (!Atom(write: false, depth))
                return false;
            var after = _position;
            if (Quantifier() is not { } times)
                return false;
            var end = _position;
            for (var i = 0; write && i < times; i++)
            {
                _position = start;
                if (!Atom(write, depth) || _text.Length > MaxLength)
                    return false;
            }

            _position = Math.Max(end, after);
        }

        return true;
    }

    private bool Atom(bool write, int depth)
    {
        var character = _pattern[_position++];
        switch (character)
        {
            case '^' or '$':
                return true;
            case '(':
                if (_position + 1 < _pattern.Length && _pattern[_position] == '?')
                {
                    if (_pattern[_position + 1] != ':')
                        return false;
                    _position += 2;
                }

                return Alternatives(write, depth + 1) && _position < _pattern.Length && _pattern[_position++] == ')';
            case '[':
                return Class(write);
            case '\\':
                return _position < _pattern.Length && Escape(_pattern[_position++], write);
            case '.':
                return Put("abcdefghijklmnopqrstuvwxyz", write);
            case '*' or '+' or '?' or '{' or ')':
                return false;
            default:
                return Put(character.ToString(), write);
        }
    }

    private bool Escape(char escaped, bool write) => escaped switch
    {
        'd' => Put("0123456789", write),
        'w' => Put("abcdefghijklmnopqrstuvwxyz", write),
        's' => Put(" ", write),
        _ => !char.IsAsciiLetterOrDigit(escaped) && Put(escaped.ToString(), write),
    };

    private bool Class(bool write)
    {
        var choices = new StringBuilder();
        if (_position < _pattern.Length && _pattern[_position] == '^')
            return false;
        while (_position < _pattern.Length && _pattern[_position] != ']')
        {
            var first = _pattern[_position++];
            if (first == '\\' && _position < _pattern.Length)
            {
                first = _pattern[_position++];
                if (first is 'd' or 'w' or 's')
                {
                    choices.Append(first switch { 'd' => "0123456789", 'w' => "abcdefghijklmnopqrstuvwxyz", _ => " " });
                    continue;
                }

                if (char.IsAsciiLetterOrDigit(first))
                    return false;
            }

            if (_position + 1 < _pattern.Length && _pattern[_position] == '-' && _pattern[_position + 1] != ']')
            {
                var last = _pattern[_position + 1];
                _position += 2;
                for (var letter = first; letter <= last && choices.Length < 100; letter++)
                    choices.Append(letter);
            }
            else
            {
                choices.Append(first);
            }
        }

        return _position < _pattern.Length && _pattern[_position++] == ']' && choices.Length > 0 && Put(choices.ToString(), write);
    }

    // How often the atom before is written: as seldom as the quantifier allows, but once for '*' and '+'.
    private int? Quantifier()
    {
        if (_position >= _pattern.Length)
            return 1;
        switch (_pattern[_position])
        {
            case '?':
                _position++;
                return 0;
            case '*' or '+':
                _position++;
                return 1;
            case '{':
                var close = _pattern.IndexOf('}', _position);
                var least = close < 0 ? "" : _pattern[(_position + 1)..close].Split(',')[0];
                _position = close + 1;
                return int.TryParse(least, out var times) && times <= MaxLength ? times : null;
            default:
                return 1;
        }
    }

    private bool Put(string choices, bool write)
    {
        if (write)
            _text.Append(choices[_seed[_drawn++ % _seed.Length] % choices.Length]);
        return true;
    }
}
