namespace Aspire.Hosting.ApplicationModel;

/// <summary>The relations that the library itself adds.</summary>
internal static class KnownRelationshipTypes
{
    public const string Parent = "Parent";
    public const string Reference = "Reference";
    public const string WaitFor = "WaitFor";
}
