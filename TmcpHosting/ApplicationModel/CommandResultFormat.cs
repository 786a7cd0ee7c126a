namespace Aspire.Hosting.ApplicationModel;

/// <summary>What a command's result is written in.</summary>
public enum CommandResultFormat
{
    /// <summary>Plain text.</summary>
    Text = 0,

    /// <summary>JSON.</summary>
    Json = 1,

    /// <summary>Markdown.</summary>
    Markdown = 2,
}
