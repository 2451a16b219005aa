using System.CommandLine;
using System.Reflection;
using SonicBridge.Fuzz.Coverage;
using SonicBridge.Fuzz.Targets;

namespace SonicBridge.Fuzz.Running;

/// <summary><c>&lt;target&gt; [--inputs n] [--seed n] [--corpus folder]</c>: a command for each target.</summary>
internal static class FuzzCommand
{
    private const int BadArguments = 2;
    private const long Many = 1_000_000;

    /// <returns>0 when nothing was found, 1 when something was, 2 when the command line is wrong.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> args, TextWriter? output = null)
    {
        var root = new RootCommand(
            "Makes inputs for what reads bytes from outside, and looks whether what has to hold holds."
        );
        foreach (var target in FuzzTargets.All)
        {
            root.Add(Of(target));
        }

        var parsed = root.Parse(args);
        var to = new InvocationConfiguration { Output = output ?? Console.Out, Error = output ?? Console.Error };
        var code = await parsed.InvokeAsync(to);
        return parsed.Errors.Count > 0 ? BadArguments : code;
    }

    private static Command Of(IFuzzTarget target)
    {
        var inputs = new Option<long>("--inputs")
        {
            Description = "How many inputs to make.",
            DefaultValueFactory = _ => Many,
        };
        inputs.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<long>() < 1)
            {
                result.AddError("--inputs has to be 1 or more.");
            }
        });
        var seed = new Option<ulong>("--seed")
        {
            Description = "A whole number; the same one makes the same inputs.",
            DefaultValueFactory = _ => 1,
        };
        var corpus = new Option<string?>("--corpus")
        {
            Description =
                "A folder with further inputs to begin with, to which those that show something new are added.",
        };
        var command = new Command(target.Name, $"Holds: {target.Oracle}.") { inputs, seed, corpus };
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                // Until this, Ctrl-C would end the program without a word.
                await Task.Yield();
                return Run(
                    target,
                    parsed.GetValue(inputs),
                    parsed.GetValue(seed),
                    parsed.GetValue(corpus),
                    parsed.InvocationConfiguration.Output,
                    cancellationToken
                );
            }
        );
        return command;
    }

    private static int Run(
        IFuzzTarget target,
        long inputs,
        ulong seed,
        string? folder,
        TextWriter output,
        CancellationToken stop
    )
    {
        using var product = InstrumentedProduct.Load(target.Code);
        var session = product.Counterpart(typeof(FuzzSession)).GetMethod(nameof(FuzzSession.Run))!;
        return (int)
            session.Invoke(
                null,
                BindingFlags.DoNotWrapExceptions,
                null,
                [target.Name, inputs, seed, folder, output, stop],
                null
            )!;
    }
}
