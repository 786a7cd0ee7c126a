using Tmcp.Publisher.Commands;

return await PublisherCommands.RunAsync(args, Console.Out, Console.Error);
