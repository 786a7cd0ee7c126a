namespace TmcpEmulators.Redis.Server;

/// <summary>What a command is, as COMMAND INFO tells clients.</summary>
[Flags]
internal enum CommandFlags
{
    None = 0,
    Write = 1,
    ReadOnly = 2,

    /// <summary>May need more memory: refused above the bound.</summary>
    DenyOom = 4,
    Fast = 8,
    Blocking = 16,
    PubSub = 32,
    Admin = 64,

    /// <summary>Allowed before the password was given.</summary>
    NoAuth = 128,

    /// <summary>Runs at once even inside MULTI.</summary>
    NoMulti = 256,
}
