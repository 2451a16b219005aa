using SonicBridge.Contracts;
using SonicBridge.Local.StepFunctions.History;
using SonicBridge.Local.View.Timeline;

namespace SonicBridge.Local.Call;

/// <summary>What is left of a call in <c>out/&lt;contact&gt;/</c>: both voices, the words, the picture, the history.</summary>
public static class CallFiles
{
    public static async Task WriteAsync(
        string folder,
        string title,
        CallRun run,
        CallResult result,
        LocalCloud cloud,
        CallJournal journal,
        CancellationToken cancellationToken
    )
    {
        Directory.CreateDirectory(folder);
        await run.Line.Recording.WriteAsync(folder, cancellationToken);
        foreach (var file in (string[])[CallFile.Transcript.Name, CallFile.Outcome.Name])
        {
            if (cloud.FileOf(result.Contact, file) is { } json)
            {
                await File.WriteAllBytesAsync(Path.Join(folder, file), json, cancellationToken);
            }
        }

        if (result.Execution is { } execution)
        {
            var history = HistoryJson.Export(execution.History.Events);
            await File.WriteAllTextAsync(Path.Join(folder, "execution-history.json"), history, cancellationToken);
        }

        await using var picture = File.Create(Path.Join(folder, "timeline.png"));
        TimelineDrawing.Draw(Picture(title, run, cloud, journal), picture);
    }

    private static CallPicture Picture(string title, CallRun run, LocalCloud cloud, CallJournal journal)
    {
        var recording = run.Line.Recording;
        var picture = new CallPicture(title, PictureEntries.Of(journal.Entries), recording.Caller, recording.Agent);
        return cloud.IsModelReal
            ? picture with
            {
                Reality =
                    "The model and the product's processes are real; the cloud around them is simulated at the wire.",
            }
            : picture;
    }
}
