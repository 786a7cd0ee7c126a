namespace Aspire.Hosting.ApplicationModel;

/// <summary>What becomes of the response to a command.</summary>
public enum HttpCommandResultMode
{
    /// <summary>Nothing but its status counts.</summary>
    None = 0,

    /// <summary>It is shown as what its content type says.</summary>
    Auto = 1,

    /// <summary>It is shown as JSON.</summary>
    Json = 2,

    /// <summary>It is shown as text.</summary>
    Text = 3,
}
