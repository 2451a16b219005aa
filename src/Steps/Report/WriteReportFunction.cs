using System.Text;
using System.Text.Json;
using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using Amazon.S3;
using Amazon.StepFunctions;
using SonicBridge.Steps.Migration;
using SonicBridge.Steps.Rollback;

namespace SonicBridge.Steps.Report;

/// <summary><c>write-report</c>: what an execution of the migration did, as <c>report.md</c> for people and as JSON.</summary>
public sealed class WriteReportFunction
{
    private static readonly string[] s_facts =
    [
        "plan",
        "found",
        "flows",
        "deploy",
        "pinned",
        "registered",
        "associated",
        "shift",
        "restored",
        "proof",
    ];

    private readonly IAmazonS3 _s3;
    private readonly IAmazonStepFunctions _stepFunctions;

    public WriteReportFunction()
        : this(new AmazonS3Client(), new AmazonStepFunctionsClient()) { }

    internal WriteReportFunction(IAmazonS3 s3, IAmazonStepFunctions stepFunctions)
    {
        _s3 = s3;
        _stepFunctions = stepFunctions;
    }

    /// <exception cref="MigrationRefused">The request names no subject that is known.</exception>
    [LambdaFunction(
        ResourceName = nameof(WriteReportFunction),
        Timeout = 50,
        MemorySize = 512,
        Role = "@WriteReportRole"
    )]
    public async Task<ReportWritten> WriteReport(ReportRequest request, ILambdaContext context)
    {
        var store = new MigrationStore(_s3, MigrationFolder.Parse(request.Folder));
        if (!Enum.TryParse<ReportSubject>(request.Subject, ignoreCase: true, out var subject))
        {
            throw new MigrationRefused($"There is no report on '{request.Subject}'.");
        }

        var execution = request.Execution ?? "";
        var story = ReportStory.Of(
            subject,
            request.State,
            (await store.ReadAsync(MigrationFile.Found, CancellationToken.None))?.Value,
            await RestoredNames.ReadAsync(store)
        );
        var report = new MigrationReport(
            store.Folder.Id,
            subject,
            execution,
            story.Summary,
            story.Next,
            await ExecutionSteps.ReadAsync(_stepFunctions, execution),
            await ReadFactsAsync(store)
        );
        var name = NameOf(subject);
        await store.WriteBytesAsync(
            $"{name}.json",
            JsonSerializer.SerializeToUtf8Bytes(report, MigrationJson.Default.MigrationReport)
        );
        await store.WriteBytesAsync(
            $"{name}.md",
            Encoding.UTF8.GetBytes(ReportMarkdown.Write(report)),
            "text/markdown; charset=utf-8"
        );
        // Last, so that an execution which fails before is started again by the same input.
        if (story.Reached is { } phase)
        {
            await MigrationClaim.AdvanceAsync(_s3, store.Folder, phase);
        }

        context.Logger.LogInformation("{summary}", story.Summary);
        return new ReportWritten($"{store.Folder}{name}.md", story.Summary);
    }

    private static string NameOf(ReportSubject subject) =>
        subject switch
        {
            ReportSubject.DryRun => "dry-run-report",
            ReportSubject.Rollback => "rollback-report",
            _ => "report",
        };

    private static async Task<Dictionary<string, JsonElement>> ReadFactsAsync(MigrationStore store)
    {
        var facts = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        var verified = (await store.ListAsync("verified/")).Select(path => path[..^".json".Length]);
        foreach (var name in s_facts.Concat(verified))
        {
            if (await store.ReadBytesAsync($"{name}.json") is { } json)
            {
                using var document = JsonDocument.Parse(json);
                facts[name] = document.RootElement.Clone();
            }
        }

        return facts;
    }
}
