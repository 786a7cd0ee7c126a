using System.Text.Json.Nodes;
using static TmcpEmulators.Tests.Planning.StoredRecords;

namespace TmcpEmulators.Tests.Planning;

/// <summary>Which brand and which workspace a new record belongs to.</summary>
public sealed class OwnerTests
{
    [Fact]
    public void Product_takes_the_only_brand_there_is()
    {
        var store = Stores.Empty();
        var brand = store.Insert("brand_identities", new JsonObject { ["brand_name"] = "Lotus" });
        var talk = new Dialogue(store);

        talk.Say("add a product named \"Jasmine Tea\"");

        Assert.Equal(Id(brand), Id(Assert.Single(store["products_services"]), "brand_id"));
    }

    [Fact]
    public void Product_takes_the_brand_that_the_message_names()
    {
        var store = Stores.Empty();
        store.Insert("brand_identities", new JsonObject { ["brand_name"] = "Lotus" });
        var brand = store.Insert("brand_identities", new JsonObject { ["brand_name"] = "Orchid" });
        var talk = new Dialogue(store);

        var question = talk.Say("add a product named \"Jasmine Tea\"");
        Assert.Contains("Lotus", question, StringComparison.Ordinal);
        talk.Say("Orchid");

        Assert.Equal(Id(brand), Id(Assert.Single(store["products_services"]), "brand_id"));
    }

    [Fact]
    public void Product_without_any_brand_is_not_created()
    {
        var store = Stores.Empty();

        var answer = new Dialogue(store).Say("add a product named \"Jasmine Tea\"");

        Assert.Contains("needs a brand", answer, StringComparison.Ordinal);
        Assert.Empty(store["products_services"]);
    }

    [Fact]
    public void Several_workspaces_are_asked_about_when_the_prompt_names_none()
    {
        var store = Stores.Empty();
        var second = store.Insert("workspaces", new JsonObject { ["name"] = "North" });
        var talk = new Dialogue(store);

        Assert.Contains("Which workspace", talk.Say("create a brand named \"Lotus\""), StringComparison.Ordinal);
        talk.Say("North");

        Assert.Equal(Id(second), Id(Assert.Single(store["brand_identities"]), "workspace_id"));
    }

    [Theory]
    [InlineData("Work in workspace id w00000000000042.")]
    [InlineData("The user's id is u00000000000001.\nWorkspaces:\n<workspaces>\n{\"id\":\"w00000000000042\",\"name\":\"Demo\"}\n</workspaces>")]
    [InlineData("Workspaces:\n- Demo (id: w00000000000042)\n- North (id: w00000000000043)")]
    public void Workspace_comes_from_the_prompt(string prompt)
    {
        var store = Stores.Empty();
        var talk = new Dialogue(store, system: prompt);

        talk.Say("create a brand named \"Lotus\"");

        Assert.Equal(["get_collection_schema", "create_record"], talk.Calls);
        Assert.Equal("w00000000000042", Id(Assert.Single(store["brand_identities"]), "workspace_id"));
    }

    [Fact]
    public void Workspace_that_the_message_names_wins_over_the_first_of_the_prompt()
    {
        var store = Stores.Empty();
        var talk = new Dialogue(store, system: "Workspaces:\n- Demo (id: w00000000000042)\n- North (id: w00000000000043)");

        talk.Say("create a brand named \"Lotus\" in workspace \"North\"");

        Assert.Equal("w00000000000043", Id(Assert.Single(store["brand_identities"]), "workspace_id"));
    }

    [Fact]
    public void New_workspace_belongs_to_the_user_of_the_prompt()
    {
        var store = Stores.WithoutWorkspace();
        var talk = new Dialogue(store, system: "The user's id is u00000000000001.");

        Assert.Contains("no workspace", talk.Say("create a brand named \"Lotus\""), StringComparison.Ordinal);
        talk.Say("create a workspace named \"North\"");

        var workspace = Assert.Single(store["workspaces"]);
        Assert.Equal("u00000000000001", Id(workspace, "owner_id"));
        Assert.Equal("[\"u00000000000001\"]", workspace["members"]!.ToJsonString());
    }
}
