using System.Net;
using Microsoft.Playwright;
using Tmcp.Tests.Shared;

namespace Tmcp.IntegrationTests;

/// <summary>What a person reads when the server fails or the line is cut.</summary>
[Collection(TmcpStack.Collection)]
public sealed class HubFailureTests(TmcpStack stack)
{
    private const string Products = "**/pb/api/collections/products_services/records*";

    [BrowserFact]
    public async Task A_list_that_the_server_cannot_give_says_so_and_comes_when_it_is_tried_again()
    {
        await using var browser = await WebBrowser.StartAsync(stack);
        var person = await HubPerson.SignInAsync(stack, browser);
        using var records = person.Records;
        await person.CreateWorkspaceAsync("Failures");
        await person.Page.RouteAsync(Products, route => route.FulfillAsync(new()
        {
            Status = (int)HttpStatusCode.InternalServerError,
            ContentType = "application/json",
            Body = """{"status": 500, "message": "Something went wrong.", "data": {}}""",
        }));

        await person.GoToAsync("Products");

        await WebBrowser.Expect(person.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("The server has a problem. Try again in a moment.");
        await person.Page.UnrouteAsync(Products);
        await person.PressAsync("Try again");
        await WebBrowser.Expect(person.Page.GetByText("There is no product yet.")).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task Without_a_connection_a_page_says_so_and_what_was_typed_is_saved_when_it_is_back()
    {
        await using var browser = await WebBrowser.StartAsync(stack);
        var person = await HubPerson.SignInAsync(stack, browser);
        using var records = person.Records;
        await person.CreateWorkspaceAsync("Offline");
        await person.GoToAsync("My Brand");
        await person.PressAsync("New Brand");
        await person.Form.FillAsync("Brand Name", "Patience");

        await person.Page.Context.SetOfflineAsync(true);
        await person.Form.PressAsync("Save");
        var failure = person.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Alert);
        await WebBrowser.Expect(failure).ToContainTextAsync("The server cannot be reached. Check the connection and try again.");
        await WebBrowser.Expect(person.Page.GetByText("You are offline.")).ToBeVisibleAsync();

        await person.Page.Context.SetOfflineAsync(false);
        await person.Form.SaveAsync();
        await WebBrowser.Expect(person.Page.GetByRole(AriaRole.Article).Filter(new() { HasText = "Patience" })).ToBeVisibleAsync();
        await WebBrowser.Expect(person.Page.GetByText("You are offline.")).ToHaveCountAsync(0);
    }
}
