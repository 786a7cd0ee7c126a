namespace Tmcp.Tools.PocketBase;

/// <summary>The superuser.</summary>
internal sealed record Credentials(string Identity, string Password)
{
    /// <summary>Without the password.</summary>
    public override string ToString() => Identity;
}
