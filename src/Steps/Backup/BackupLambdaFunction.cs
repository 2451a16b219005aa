using System.Globalization;
using Amazon.Lambda;
using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using Amazon.S3;
using SonicBridge.Steps.Migration;
using SonicBridge.Steps.Rollback;

namespace SonicBridge.Steps.Backup;

/// <summary>
/// <c>backup-lambda</c>: writes the function's code, configuration, versions, aliases, policies, concurrency and event
/// sources into the backup.
/// </summary>
public sealed class BackupLambdaFunction
{
    private readonly IAmazonS3 _s3;
    private readonly IAmazonLambda _lambda;
    private readonly HttpClient _http;

    public BackupLambdaFunction()
        : this(new AmazonS3Client(), new AmazonLambdaClient(), new HttpClient()) { }

    internal BackupLambdaFunction(IAmazonS3 s3, IAmazonLambda lambda, HttpClient http)
    {
        _s3 = s3;
        _lambda = lambda;
        _http = http;
    }

    /// <exception cref="MigrationRefused">The function cannot be backed up, or the backup is sealed.</exception>
    [LambdaFunction(
        ResourceName = nameof(BackupLambdaFunction),
        Timeout = 290,
        MemorySize = 1024,
        Role = "@BackupLambdaRole"
    )]
    public async Task<StepDone> BackupLambda(StepRequest request, ILambdaContext context)
    {
        var store = new MigrationStore(_s3, MigrationFolder.Parse(request.Folder));
        var function = (await store.RequireAsync(MigrationFile.Plan)).FunctionName;
        var snapshot = await new LambdaSnapshot(_lambda).ReadAsync(
            function,
            RestoredNames.None,
            new CodeDownload(_http)
        );
        await snapshot.WriteToAsync(store);
        var done = string.Create(CultureInfo.InvariantCulture, $"Backed up {function}: {snapshot.Files.Count} files.");
        context.Logger.LogInformation("{done}", done);
        return new StepDone(done);
    }
}
