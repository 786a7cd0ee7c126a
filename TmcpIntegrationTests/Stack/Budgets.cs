namespace Tmcp.IntegrationTests;

/// <summary>How long things may take on a slow, busy machine with two cores. None of these is a performance claim.</summary>
internal static class Budgets
{
    /// <summary>From nothing to every resource healthy, the first unpacking of the engine included.</summary>
    public static readonly TimeSpan Start = TimeSpan.FromMinutes(5);

    /// <summary>One resource becoming healthy again.</summary>
    public static readonly TimeSpan Ready = TimeSpan.FromMinutes(2);

    /// <summary>From publishing a variant to its article on the blog; this one is a promise.</summary>
    public static readonly TimeSpan Publish = TimeSpan.FromSeconds(5);

    /// <summary>From an alert to what a person reads of it, twenty others before it included.</summary>
    public static readonly TimeSpan Told = TimeSpan.FromMinutes(2);

    /// <summary>One chat with all its tool calls.</summary>
    public static readonly TimeSpan Chat = TimeSpan.FromMinutes(2);
}
