using Aspire.Hosting.Parameters;
using Aspire.Hosting.Publishing;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>A random value.</summary>
public sealed class GenerateParameterDefault : ParameterDefault
{
    // 22 characters of a 67-letter alphabet hold 133 bits.
    internal const int PasswordLength = 22;

    /// <summary>The least length in characters; the minimum of each class counts too. Default: 0.</summary>
    public int MinLength { get; set; }

    /// <summary>Whether it has lower-case letters. Default: yes.</summary>
    public bool Lower { get; set; } = true;

    /// <summary>Whether it has upper-case letters. Default: yes.</summary>
    public bool Upper { get; set; } = true;

    /// <summary>Whether it has digits. Default: yes.</summary>
    public bool Numeric { get; set; } = true;

    /// <summary>Whether it has special characters. Default: yes.</summary>
    public bool Special { get; set; } = true;

    /// <summary>The least number of lower-case letters. Default: 0.</summary>
    public int MinLower { get; set; }

    /// <summary>The least number of upper-case letters. Default: 0.</summary>
    public int MinUpper { get; set; }

    /// <summary>The least number of digits. Default: 0.</summary>
    public int MinNumeric { get; set; }

    /// <summary>The least number of special characters. Default: 0.</summary>
    public int MinSpecial { get; set; }

    /// <inheritdoc />
    public override string GetDefaultValue() => PasswordGenerator.Generate(this);

    /// <inheritdoc />
    public override void WriteToManifest(ManifestPublishingContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var writer = context.Writer;
        writer.WriteStartObject("generate");
        writer.WriteNumber("minLength", MinLength);
        WriteUnlessAllowed("lower", Lower);
        WriteUnlessAllowed("upper", Upper);
        WriteUnlessAllowed("numeric", Numeric);
        WriteUnlessAllowed("special", Special);
        WriteUnlessZero("minLower", MinLower);
        WriteUnlessZero("minUpper", MinUpper);
        WriteUnlessZero("minNumeric", MinNumeric);
        WriteUnlessZero("minSpecial", MinSpecial);
        writer.WriteEndObject();

        void WriteUnlessAllowed(string name, bool allowed)
        {
            if (!allowed)
                writer.WriteBoolean(name, value: false);
        }

        void WriteUnlessZero(string name, int minimum)
        {
            if (minimum > 0)
                writer.WriteNumber(name, minimum);
        }
    }
}
