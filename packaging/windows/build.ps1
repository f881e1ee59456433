# Makes target\packages\*.msi on Windows from what `mvn -Ppackage package` leaves in target\. Needs a JDK 25 in JAVA_HOME
# and WiX, with which jpackage makes the installer.
$ErrorActionPreference = 'Stop'
Set-Location "$PSScriptRoot\..\.."

if ($env:OS -ne 'Windows_NT') { throw 'A .msi can be made on Windows only' }
$release = "$env:JAVA_HOME\release"
if (-not $env:JAVA_HOME -or -not (Test-Path $release) -or -not (Select-String -Quiet 'JAVA_VERSION="25' $release)) {
    throw 'No JDK 25 was found: name one in JAVA_HOME'
}

& "$env:JAVA_HOME\bin\java" packaging\AppImage.java target\app --icon target\app\icons\icon.ico
if ($LASTEXITCODE) { exit 1 }
if (Test-Path target\packages) { Remove-Item -Recurse target\packages }
# the upgrade UUID tells Windows which installed app a newer package replaces: it is never changed
& "$env:JAVA_HOME\bin\jpackage" --type msi --name ecs-cluster-wizard --app-version (Get-Content target\app\version) `
    --vendor 'ECS Cluster Wizard' --description 'ECS Cluster Wizard' `
    --app-image target\app\ecs-cluster-wizard --dest target\packages --icon target\app\icons\icon.ico `
    --file-associations packaging\ecscluster.properties `
    --win-upgrade-uuid 6f0d8e0b-93c5-4b7e-8a6e-3d1f7a52c9e4 `
    --win-menu --win-menu-group 'ECS Cluster Wizard' --win-shortcut --win-per-user-install
if ($LASTEXITCODE) { exit 1 }
Get-ChildItem target\packages
