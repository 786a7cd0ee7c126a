namespace Tmcp.IntegrationTests;

/// <summary>A blog variant in a workspace of its own.</summary>
internal sealed class BlogArticle : IDisposable
{
    private readonly PocketBaseClient _author;
    private readonly string _variantId;

    private BlogArticle(PocketBaseClient author, string variantId, string title) => (_author, _variantId, Title) = (author, variantId, title);

    /// <summary>Its heading, which no other article has.</summary>
    public string Title { get; }

    /// <summary>Its path; published articles have one.</summary>
    public string Path { get; private set; } = "";

    public static async Task<BlogArticle> DraftAsync(TmcpStack stack)
    {
        var (author, workspace) = await PocketBaseClient.SignUpAsync(stack, "Blog authors");
        var title = $"Article {Guid.NewGuid():N}";
        var master = await author.CreateAsync("master_contents", new { workspace_id = workspace, core_message = "A message" });
        var variant = await author.CreateAsync("platform_variants", new
        {
            workspace_id = workspace,
            master_content_id = (string)master["id"]!,
            platform = "blog",
            publish_status = "draft",
            adapted_copy = $"# {title}\n\nThe **text** of the article.\n\n<script>document.title = 'stolen'</script>",
        });
        return new BlogArticle(author, (string)variant["id"]!, title);
    }

    /// <summary>As the hub's button does.</summary>
    public async Task PublishAsync()
    {
        var variant = await _author.UpdateAsync("platform_variants", _variantId, new { publish_status = "published" });
        Path = $"/blog/{variant["platform_post_id"]}/";
    }

    public Task WithdrawAsync() => _author.UpdateAsync("platform_variants", _variantId, new { publish_status = "draft" });

    public void Dispose() => _author.Dispose();
}
