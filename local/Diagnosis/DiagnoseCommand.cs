using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using SonicBridge.Contracts;
using SonicBridge.Local.FrontDoor;
using Spectre.Console;

namespace SonicBridge.Local.Diagnosis;

/// <summary><c>diagnose --endpoint url [contact id or task ARN]</c>: asks the product's function behind a front door that runs.</summary>
public static class DiagnoseCommand
{
    private const int NothingWrong = 0;
    private const int Findings = 1;
    private const int CouldNotAsk = 2;
    private const int Stopped = 130;

    private const int TaskIdLength = 32;

    private const string Function = "/2015-03-31/functions/diagnose/invocations";

    public static Command Create()
    {
        var subject = new Argument<string?>("call or task")
        {
            Description = "A contact id, or the ARN of an ECS task. Without it, the deployment as a whole.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        // Checked by hand: the sentence says where the address is to be had.
        var endpoint = new Option<string?>("--endpoint")
        {
            Description = "The front door's address, as 'call --keep' and 'migrate --keep' print it.",
        };
        var command = new Command("diagnose", "Says what is wrong with a call, a task or the deployment.")
        {
            subject,
            endpoint,
        };
        command.SetAction(
            (parsed, cancellationToken) =>
                RunAsync(
                    parsed.GetValue(endpoint),
                    parsed.GetValue(subject),
                    AnsiConsole.Console,
                    Console.Error,
                    cancellationToken
                )
        );
        return command;
    }

    /// <summary>Asks, and shows the answer.</summary>
    /// <returns>0 when nothing is wrong, 1 when something is, 2 when it could not be asked.</returns>
    public static async Task<int> RunAsync(
        string? endpoint,
        string? subject,
        IAnsiConsole console,
        TextWriter errors,
        CancellationToken cancellationToken
    )
    {
        if (!Uri.TryCreate(endpoint, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
        {
            await errors.WriteLineAsync(
                $"{(string.IsNullOrEmpty(endpoint) ? "--endpoint is missing" : $"--endpoint is '{endpoint}'")}: give the address of a front door that runs, http://127.0.0.1:<port>, as 'call --keep' and 'migrate --keep' print it."
            );
            return CouldNotAsk;
        }

        if (QuestionOf(subject) is not { } question)
        {
            await errors.WriteLineAsync(
                $"'{subject}' is neither a contact id, which is a UUID, nor the ARN or the id of an ECS task."
            );
            return CouldNotAsk;
        }

        using var door = new DoorClient(address, TimeProvider.System);
        JsonObject answer;
        try
        {
            answer = await door.RestAsync("lambda", HttpMethod.Post, Function, question, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await errors.WriteLineAsync("Stopped; the function may go on, and changes nothing.");
            return Stopped;
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException)
        {
            await errors.WriteLineAsync(
                $"Nobody answers at {address}: {e.Message} Start 'call --keep' or 'migrate --keep', and give the address that it prints."
            );
            return CouldNotAsk;
        }
        // Whatever answers HTTP may be there, and has no error of AWS.
        catch (Exception e) when (e is JsonException or AwsException { Code: ['H', 't', 't', 'p', ..] })
        {
            answer = [];
        }
        catch (AwsException e)
        {
            await errors.WriteLineAsync($"The question was refused: {e.Code}: {e.Message}");
            return CouldNotAsk;
        }

        // What a function that throws leaves.
        if ((string?)answer["errorMessage"] is { } error)
        {
            await errors.WriteLineAsync(error);
            return CouldNotAsk;
        }

        if (answer["summary"] is null)
        {
            await errors.WriteLineAsync(
                $"What answers at {address} is no front door: give the address that 'call --keep' or 'migrate --keep' prints."
            );
            return CouldNotAsk;
        }

        return Show(answer, console);
    }

    private static JsonObject? QuestionOf(string? subject) =>
        subject switch
        {
            null => [],
            // The function's own sentence says what is wrong with an ARN.
            _ when subject.StartsWith("arn:", StringComparison.Ordinal) => new JsonObject { ["taskArn"] = subject },
            _ when ContactId.TryParse(subject, out _) => new JsonObject { ["contactId"] = subject },
            _ when subject.Length == TaskIdLength && subject.All(char.IsAsciiHexDigitLower) => new JsonObject
            {
                ["taskArn"] = subject,
            },
            _ => null,
        };

    private static readonly string[] s_columns = ["area", "cause", "evidence", "mend"];

    private static int Show(JsonObject answer, IAnsiConsole console)
    {
        var findings = answer["findings"]?.AsArray() ?? [];
        if (findings.Count > 0)
        {
            var table = new Table().Border(TableBorder.Rounded).ShowRowSeparators();
            table.AddColumns(s_columns);
            foreach (var finding in findings)
            {
                table.AddRow(
                    s_columns
                        .Select(name => new Text((string?)finding?[name] ?? ""))
                        .ToArray<Spectre.Console.Rendering.IRenderable>()
                );
            }

            console.Write(table);
        }

        foreach (var unread in answer["unread"]?.AsArray() ?? [])
        {
            console.Write(new Text($"Not looked at: {(string?)unread}\n"));
        }

        console.Write(new Text($"{(string?)answer["summary"]}\n"));
        return findings.Count > 0 ? Findings : NothingWrong;
    }
}
