namespace Aspire.Hosting;

/// <summary>How a value is entered.</summary>
public enum InputType
{
    /// <summary>One line of text.</summary>
    Text,

    /// <summary>One line of text that is not shown.</summary>
    SecretText,

    /// <summary>One of several options.</summary>
    Choice,

    /// <summary>Yes or no.</summary>
    Boolean,

    /// <summary>A number.</summary>
    Number,
}
