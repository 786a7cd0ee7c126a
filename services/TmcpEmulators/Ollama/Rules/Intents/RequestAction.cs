namespace TmcpEmulators.Ollama.Rules.Intents;

/// <summary>What a message asks for.</summary>
internal enum RequestAction
{
    Unknown,
    List,
    Show,
    Create,
    Update,
    Delete,
    Count,

    /// <summary>Which collections there are.</summary>
    Collections,

    /// <summary>Which fields a collection has.</summary>
    Fields,

    /// <summary>Look something up outside of TMCP.</summary>
    Search,

    /// <summary>A greeting, thanks, or the question what can be asked.</summary>
    Help,
}
