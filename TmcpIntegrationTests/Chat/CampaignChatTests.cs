namespace Tmcp.IntegrationTests;

[Collection(TmcpStack.Collection)]
public sealed class CampaignChatTests(TmcpStack stack)
{
    [Fact]
    public async Task Chat_creates_lists_updates_and_deletes_a_campaign_that_PocketBase_shows()
    {
        var name = $"Launch {Guid.NewGuid():N}";
        using var user = await PocketBaseClient.SignInAsDemoUserAsync(stack);
        using var chat = new AgentChat(stack, user.Token);

        var created = (await chat.SendAsync($"Create a campaign called \"{name}\" with budget 5000")).AssertDone();
        Assert.Contains("create_record", created.Tools);
        var record = Assert.Single(await user.ListAsync("marketing_campaigns", $"name = \"{name}\""));
        Assert.Equal(5000, (double)record!["budget"]!);

        var listed = (await chat.SendAsync("List my campaigns")).AssertDone();
        Assert.Contains(name, listed.Text, StringComparison.Ordinal);

        (await chat.SendAsync($"Set the status of campaign \"{name}\" to active")).AssertDone();
        Assert.Equal("active", (string?)Assert.Single(await user.ListAsync("marketing_campaigns", $"name = \"{name}\""))!["status"]);

        (await chat.SendAsync($"Delete the campaign \"{name}\"")).AssertDone();
        Assert.Empty(await user.ListAsync("marketing_campaigns", $"name = \"{name}\""));
    }

    [Fact]
    public async Task Chat_understands_Vietnamese()
    {
        var name = $"Mùa xuân {Guid.NewGuid():N}";
        using var user = await PocketBaseClient.SignInAsDemoUserAsync(stack);
        using var chat = new AgentChat(stack, user.Token);

        (await chat.SendAsync($"Tạo chiến dịch tên là \"{name}\"")).AssertDone();

        Assert.Single(await user.ListAsync("marketing_campaigns", $"name = \"{name}\""));
    }

    [Fact]
    public async Task Answer_says_that_it_comes_from_the_emulator_and_never_shows_the_token()
    {
        using var user = await PocketBaseClient.SignInAsDemoUserAsync(stack);
        using var chat = new AgentChat(stack, user.Token);

        var answer = (await chat.SendAsync("How many brands do I have?")).AssertDone();

        Assert.Contains("emulator", answer.Text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(user.Token, answer.ToString(), StringComparison.Ordinal);
    }
}
