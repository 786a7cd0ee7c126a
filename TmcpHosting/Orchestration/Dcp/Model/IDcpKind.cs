using System.Text.Json.Serialization.Metadata;

namespace Aspire.Hosting.Orchestration.Dcp.Model;

/// <summary>What the client must know of a kind of object.</summary>
/// <typeparam name="TSelf">The kind itself.</typeparam>
internal interface IDcpKind<TSelf>
    where TSelf : IDcpKind<TSelf>
{
    /// <summary>Path segment, for example <c>executables</c>.</summary>
    static abstract string Plural { get; }

    /// <summary>How one object is read and written.</summary>
    static abstract JsonTypeInfo<TSelf> TypeInfo { get; }

    /// <summary>How a list of objects is read.</summary>
    static abstract JsonTypeInfo<DcpList<TSelf>> ListTypeInfo { get; }

    /// <summary>How one line of a watch is read.</summary>
    static abstract JsonTypeInfo<DcpWatchEvent<TSelf>> EventTypeInfo { get; }

    /// <summary>Name and bookkeeping.</summary>
    DcpMetadata Metadata { get; }
}

/// <summary>Answer to a list request.</summary>
/// <typeparam name="T">Kind of the items.</typeparam>
internal sealed record DcpList<T>(IReadOnlyList<T>? Items);

/// <summary>One line of a watch stream.</summary>
/// <param name="Type"><c>ADDED</c>, <c>MODIFIED</c> or <c>DELETED</c>.</param>
/// <param name="Object">The object after the change; before it, when deleted.</param>
internal sealed record DcpWatchEvent<T>(string Type, T Object)
{
    /// <summary>True for the last event of an object.</summary>
    public bool IsDeleted => Type == "DELETED";
}
