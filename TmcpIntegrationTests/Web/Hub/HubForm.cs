using Microsoft.Playwright;

namespace Tmcp.IntegrationTests;

/// <summary>A dialog of the hub, by the labels that a person reads.</summary>
internal sealed class HubForm(IPage page)
{
    private const string TakeIt = "Use this";

    private ILocator Dialog => page.GetByRole(AriaRole.Dialog);

    /// <summary>Fills a line, a text or a list of chips.</summary>
    public Task FillAsync(string label, string text) => Dialog.GetByRole(AriaRole.Textbox, new() { Name = label, Exact = true }).FillAsync(text);

    public Task FillNumberAsync(string label, int number)
        => Dialog.GetByRole(AriaRole.Spinbutton, new() { Name = label, Exact = true }).FillAsync(number.ToString());

    /// <summary>Fills a password or a time, which have no role.</summary>
    public Task FillByLabelAsync(string label, string text) => Dialog.GetByLabel(label).FillAsync(text);

    /// <summary>Takes one of a few fixed values.</summary>
    public Task SelectAsync(string label, string option)
        => Dialog.GetByRole(AriaRole.Combobox, new() { Name = label, Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = option });

    /// <summary>Searches a record by its name and takes it.</summary>
    public async Task ChooseAsync(string label, string record)
    {
        var box = Dialog.GetByRole(AriaRole.Combobox, new() { Name = label, Exact = true });
        await box.FillAsync(record);
        await Dialog.GetByRole(AriaRole.Option, new() { Name = record, Exact = true }).ClickAsync();
        await box.BlurAsync();
    }

    public async Task CheckAllAsync()
    {
        foreach (var box in await Dialog.GetByRole(AriaRole.Checkbox).AllAsync())
            await box.CheckAsync();
    }

    public Task PressAsync(string button) => Dialog.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    /// <summary>Starts the assistant, waits for what it makes, and takes it.</summary>
    public async Task GenerateAsync(string start = "Generate", string accept = TakeIt)
    {
        await PressAsync(start);
        await AcceptAsync(accept);
    }

    /// <summary>Waits until the assistant is done, and takes what it made.</summary>
    public async Task AcceptAsync(string accept = TakeIt)
    {
        var failed = Dialog.GetByRole(AriaRole.Button, new() { Name = "Try again", Exact = true });
        var done = Dialog.GetByRole(AriaRole.Button, new() { Name = accept, Exact = true });
        await WebBrowser.Expect(done.Or(failed)).ToBeVisibleAsync();
        Assert.False(await failed.IsVisibleAsync(), await Dialog.InnerTextAsync());
        await done.ClickAsync();
    }

    /// <summary>Sends the form, and waits until no dialog is open.</summary>
    public async Task SaveAsync(string button = "Save")
    {
        await PressAsync(button);
        await WebBrowser.Expect(Dialog).ToHaveCountAsync(0);
    }
}
