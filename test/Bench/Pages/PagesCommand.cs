using System.CommandLine;
using SonicBridge.Bench.Calls;

namespace SonicBridge.Bench.Pages;

/// <summary><c>pages [--check]</c>: the pages and pictures from what was kept, without measuring anything.</summary>
internal static class PagesCommand
{
    public const string Name = "pages";

    public static Command Create()
    {
        var check = new Option<bool>("--check") { Description = "Only says which page is not as it would be made." };
        var command = new Command(
            Name,
            "Makes the README's, the docs' and this folder's tables and pictures anew from test/Bench/results and the prices."
        )
        {
            check,
        };
        command.SetAction(
            (parsed, _) =>
                Attempt.RunAsync(() =>
                {
                    if (parsed.GetValue(check))
                    {
                        Check();
                    }
                    else
                    {
                        PageWriter.Write(Console.WriteLine);
                    }

                    return Task.CompletedTask;
                })
        );
        return command;
    }

    private static void Check()
    {
        var stale = AllPages.Kept().Where(static page => page.Fill() != page.Text).Select(static page => page.File);
        if (string.Join(", ", stale) is { Length: > 0 } files)
        {
            throw new RunFailedException(
                $"{files}: not as it would be made; run `dotnet run -c Release --project test/Bench -- {Name}`."
            );
        }
    }
}
