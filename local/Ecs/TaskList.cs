using System.Globalization;
using SonicBridge.Local.FrontDoor;

namespace SonicBridge.Local.Ecs;

/// <summary>ListTasks.</summary>
internal static class TaskList
{
    private const int MaxResults = 100;

    public static ListTasksResponse Of(IEnumerable<EcsTask> tasks, ListTasksRequest request)
    {
        var page = request.MaxResults ?? MaxResults;
        if (page is < 1 or > MaxResults)
        {
            throw new AwsException("InvalidParameterException", $"maxResults must be from 1 to {MaxResults}.");
        }

        var start = 0;
        if (
            request.NextToken is { } token
            && !int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out start)
        )
        {
            throw new AwsException("InvalidParameterException", "nextToken is not one that ListTasks gave.");
        }

        var desired = request.DesiredStatus ?? "RUNNING";
        var arns = tasks
            .Where(task => task.DesiredStatus == desired)
            .Where(task => request.StartedBy is null || task.Plan.StartedBy == request.StartedBy)
            .Where(task => request.Family is null || task.Plan.Definition.Family == request.Family)
            .Where(task => request.ContainerInstance is null || task.Instance?.Arn == request.ContainerInstance)
            .Where(_ => request.LaunchType is null or "EC2")
            .Select(static task => task.Arn)
            .ToList();
        var next = start + page;
        return new ListTasksResponse(
            [.. arns.Skip(start).Take(page)],
            next < arns.Count ? next.ToString(CultureInfo.InvariantCulture) : null
        );
    }
}
