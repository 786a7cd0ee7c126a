using Tmcp.Tests.Shared;

namespace PocketBase.Tests.Infrastructure;

/// <summary>A workspace and one caller of every kind. The owner is not among the members.</summary>
internal sealed record Tenant(string WorkspaceId, PocketBaseUser Owner, PocketBaseUser Member, PocketBaseUser SecondMember, PocketBaseUser Viewer)
{
    public static async Task<Tenant> CreateAsync(PocketBaseServer server)
    {
        var tag = Guid.NewGuid().ToString("N")[..8];
        var users = new List<PocketBaseUser>();
        foreach (var (name, role) in ((string, string?)[])[("owner", null), ("member", "member"), ("second", null), ("viewer", "viewer")])
            users.Add(await server.CreateUserAsync($"{name}-{tag}@tmcp.local", role));

        var workspace = await server.CreateRecordAsync(
            users[0].Token, "workspaces", new { name = $"Workspace {tag}", owner_id = users[0].Id, members = users.Skip(1).Select(user => user.Id) });
        return new Tenant((string)workspace["id"]!, users[0], users[1], users[2], users[3]);
    }

    /// <summary>Token of a caller by its kind; null for a guest.</summary>
    public string? TokenOf(string kind) => kind switch
    {
        "owner" => Owner.Token,
        "member" => Member.Token,
        "viewer" => Viewer.Token,
        "guest" => null,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a caller of this tenant."),
    };
}
