package dev.ecswizard;

import dev.ecswizard.cloud.Connection;
import dev.ecswizard.deploy.Journals;
import dev.ecswizard.deploy.Known;
import dev.ecswizard.deploy.Logbook;
import dev.ecswizard.deploy.Pace;
import dev.ecswizard.preflight.Survey;
import dev.ecswizard.sandbox.Sandbox;
import dev.ecswizard.template.DeployCommand;
import dev.ecswizard.ui.AppearanceMenu;
import dev.ecswizard.ui.AppearanceModel;
import dev.ecswizard.ui.Background;
import dev.ecswizard.ui.Copy;
import dev.ecswizard.ui.ErrorDialog;
import dev.ecswizard.ui.FilePicker;
import dev.ecswizard.ui.FirstFrame;
import dev.ecswizard.ui.LatePane;
import dev.ecswizard.ui.MotionModel;
import dev.ecswizard.ui.Notification;
import dev.ecswizard.ui.Settings;
import dev.ecswizard.ui.Spoken;
import dev.ecswizard.ui.SystemFilePicker;
import dev.ecswizard.ui.Theme;
import dev.ecswizard.ui.VirtualThreads;
import dev.ecswizard.ui.WindowPlace;
import dev.ecswizard.wizard.ChecksModel;
import dev.ecswizard.wizard.Choices;
import dev.ecswizard.wizard.Dropped;
import dev.ecswizard.wizard.FirstMissing;
import dev.ecswizard.wizard.FreshnessModel;
import dev.ecswizard.wizard.FreshnessPane;
import dev.ecswizard.wizard.LatePage;
import dev.ecswizard.wizard.OpenModel;
import dev.ecswizard.wizard.Outside;
import dev.ecswizard.wizard.Page;
import dev.ecswizard.wizard.PageAnswers;
import dev.ecswizard.wizard.RecentModel;
import dev.ecswizard.wizard.Rehearsal;
import dev.ecswizard.wizard.ResumeModel;
import dev.ecswizard.wizard.ResumePane;
import dev.ecswizard.wizard.WalkFile;
import dev.ecswizard.wizard.Wizard;
import dev.ecswizard.wizard.WizardMenu;
import dev.ecswizard.wizard.WizardModel;
import dev.ecswizard.wizard.account.AccountEntrance;
import dev.ecswizard.wizard.account.AccountModel;
import dev.ecswizard.wizard.account.AccountPage;
import dev.ecswizard.wizard.account.ActionsModel;
import dev.ecswizard.wizard.account.MfaModel;
import dev.ecswizard.wizard.account.MfaPane;
import dev.ecswizard.wizard.account.StacksModel;
import dev.ecswizard.wizard.account.Visits;
import dev.ecswizard.wizard.cluster.ClusterModel;
import dev.ecswizard.wizard.cluster.ClusterPage;
import dev.ecswizard.wizard.compute.ComputeModel;
import dev.ecswizard.wizard.compute.ComputePage;
import dev.ecswizard.wizard.deploy.DeployModel;
import dev.ecswizard.wizard.deploy.DeployPage;
import dev.ecswizard.wizard.deploy.EndNotice;
import dev.ecswizard.wizard.deploy.GateModel;
import dev.ecswizard.wizard.deploy.Notes;
import dev.ecswizard.wizard.deploy.OfferModel;
import dev.ecswizard.wizard.deploy.RecordModel;
import dev.ecswizard.wizard.deploy.UnfinishedModel;
import dev.ecswizard.wizard.deploy.UnfinishedPane;
import dev.ecswizard.wizard.network.NetworkModel;
import dev.ecswizard.wizard.network.NetworkPage;
import dev.ecswizard.wizard.preview.PreviewModel;
import dev.ecswizard.wizard.preview.PreviewPage;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.geometry.Dimension2D;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.Window;

/// Builds connections, models and pages, and shows the window.
public final class App extends Application {
    private static final System.Logger LOGGER = System.getLogger(App.class.getName());
    /// Of the window, with the system's frame around it.
    private static final Dimension2D LEAST = new Dimension2D(880, 640);

    private static Start asked;
    private static Sandbox.Options askedOfSandbox;
    private static Optional<Path> logs = Optional.empty();

    private final Background background = VirtualThreads.forWindow();
    // read while the window is made
    private final CompletableFuture<Image> icon = new CompletableFuture<>();
    // nothing of AWS is loaded before
    private final CountDownLatch shown = new CountDownLatch(1);
    private final Dropped dropped = new Dropped();
    private Optional<AccountModel> account = Optional.empty();
    private Optional<DeployModel> deploying = Optional.empty();
    private Path log;
    // held, since it follows the system
    private AppearanceModel appearance;
    private MotionModel motion;

    private final Settings settings;
    private final WalkFile walks;
    private Memory memory;
    private Optional<WindowPlace> window = Optional.empty();
    private final Start start;
    private final SandboxConnection sandbox;
    private final Function<Window, FilePicker> files;
    private final Journals journals;

    /// For the JavaFX launcher alone, which takes no arguments but texts.
    public App() {
        this(asked, askedOfSandbox, SystemFilePicker::new, Settings.ofUser(), Journals.ofThisUser());
    }

    /// @param files asks for files on behalf of a window
    /// @param journals where deployments are written down
    App(
            Start start,
            Sandbox.Options sandbox,
            Function<Window, FilePicker> files,
            Settings settings,
            Journals journals) {
        this.settings = settings;
        this.journals = journals;
        this.start = start;
        this.walks = new WalkFile(settings.beside("unfinished.ecscluster"));
        this.sandbox = new SandboxConnection(sandbox);
        this.files = files;
    }

    /// Opens the window and blocks until it is closed.
    static void open(Start start, Sandbox.Options sandbox) {
        Ahead.begin();
        asked = start;
        askedOfSandbox = sandbox;
        // before the toolkit, which has things to say that are not for the terminal
        logs = Optional.of(Log.toFiles());
        launch(App.class);
    }

    /// Runs before [#start] and not on the window's thread, which touches no file.
    @Override
    public void init() {
        icon.completeAsync(App::icon, Thread::startVirtualThread);
        log = logs.orElseGet(Log::ofThisUser);
        memory = Memory.in(settings, walks, start);
    }

    @Override
    public void start(Stage stage) {
        var copy = Copy.toClipboard();
        appearance = new AppearanceModel(
                background,
                settings,
                memory.appearance(),
                Platform.getPreferences().colorSchemeProperty().map(ColorScheme.DARK::equals));
        appearance.theme().subscribe(Theme::use);
        motion = new MotionModel(
                background, settings, memory.motion(), Platform.getPreferences().reducedMotionProperty());
        var dialog = new ErrorDialog(stage, copy);
        tellOfTheUnforeseen(dialog, log);
        var mfa = new MfaModel(background);
        var account = new AccountModel(
                background,
                () -> {
                    shown.await();
                    return new Connections(start, sandbox, memory.last()).offer();
                },
                mfa,
                connection -> memory.region(connection.id()),
                dropped);
        this.account = Optional.of(account);
        var actions = new ActionsModel(background, account);
        var stacks = new StacksModel(background, account.place());
        var cluster = new ClusterModel(background, account.chosen(), account.place());
        var network = new NetworkModel(background, account.place(), account.profile(), cluster.recipe(), dropped);
        var compute = new ComputeModel(background, account.place(), network.zones(), cluster.recipe(), dropped);
        var choices = new Choices(account.chosen(), cluster.chosen(), network.chosen(), compute.chosen());
        var picker = files.apply(stage);
        List<Page> asking = List.of(
                new LatePage(account, () -> new AccountPage(account, actions, stacks, copy)),
                new LatePage(cluster, () -> new ClusterPage(cluster)),
                new LatePage(network, () -> new NetworkPage(network, copy)),
                new LatePage(compute, () -> new ComputePage(compute, copy)));
        var pace = Pace.ofTheWall();
        new Rehearsal(background, pace, account.place());
        var checks = new ChecksModel(
                background,
                pace,
                subject -> Survey.of(
                        subject.cloud(), subject.spec(), subject.changed().map(Known::id), pace::now),
                choices.spec(),
                account.place(),
                FirstMissing.on(asking));
        var answers = new PageAnswers(dropped);
        var preview =
                new PreviewModel(background, choices.spec(), checks, answers, file -> command(account, file), picker);
        var previewPage = new LatePage(
                preview,
                () -> new PreviewPage(
                        preview, answers, address -> getHostServices().showDocument(address.toString()), copy));
        var choosing = new ArrayList<Page>(asking);
        choosing.add(previewPage);
        var offered = new OfferModel(
                background,
                choices.spec(),
                account.place(),
                preview.chosen(),
                FirstMissing.on(choosing),
                new GateModel(checks));
        var notes = new Notes(new Logbook(Optional.of(journals)), new AccountEntrance(account));
        var deploy = new DeployModel(background, pace, ZoneId.systemDefault(), offered, answers, notes);
        deploying = Optional.of(deploy);
        EndNotice.of(
                deploy.state(),
                stage::isFocused,
                Notification.ofDesktop(background),
                words -> Spoken.tell(stage.getScene().getRoot(), words));
        checks.deployed().bind(deploy.isMade());
        checks.stack().bind(offered.known());
        actions.obstacle().bind(deploy.underWay());
        stacks.obstacle().bind(deploy.underWay());
        actions.whenGone(deploy::forget);
        deploy.underWay().subscribe((_, _) -> {
            cluster.stacksChanged();
            stacks.refresh();
        });
        var pages = new ArrayList<Page>(choosing);
        pages.add(new LatePage(
                deploy,
                () -> new DeployPage(
                        deploy,
                        new RecordModel(
                                background,
                                picker,
                                InstantSource.system(),
                                deploy.state(),
                                deploy.finish().seen()::get),
                        copy)));
        var order = new WizardModel(pages.stream().map(Page::model).toList());
        answers.lead(order, pages);
        checks.whenShown(() -> order.go(pages.indexOf(previewPage)));
        // an opened file leads past the compute page, which asks nothing before somebody comes
        order.current().subscribe(_ -> {
            if (order.isLast()) {
                compute.reached();
            }
        });
        var opening = new OpenModel(background, picker, order, pages.indexOf(previewPage), choices.spec(), dropped);
        opening.state().subscribe(state -> {
            if (state instanceof OpenModel.Refused(var header, var why)) {
                dialog.refused(header, why);
            }
        });
        var recent = new RecentModel(background, settings, memory.recent());
        recent.follow(opening, preview.exporting().saving());
        var resuming = new ResumeModel(
                background,
                walks,
                memory.walk(),
                new ResumeModel.Answers(order, account.chosen(), cluster.chosen(), network.chosen(), compute.chosen()));
        resuming.until(deploy.chosen().map(Optional::isPresent));
        if (start.isPlain()) {
            new Visits(background, settings).follow(account);
        }
        stacks.hand(new StackHand(opening, deploy, pace, () -> order.visit(pages.size() - 1)));
        var looked = new AtomicBoolean();
        var unfinished =
                new UnfinishedModel(background, pace, journals, notes, deploy, () -> order.visit(pages.size() - 1));
        account.offer()
                .value()
                .subscribe(found -> found.filter(_ -> !looked.getAndSet(true)).ifPresent(_ -> unfinished.look()));
        var wizard = new Wizard(
                order,
                pages,
                actions.notice(),
                dropped,
                new FreshnessPane(new FreshnessModel(account.place(), ZoneId.systemDefault())).root(),
                opening,
                new VBox(
                        new LatePane(
                                unfinished.isNeeded(),
                                () -> new UnfinishedPane(unfinished, ZoneId.systemDefault()).root()),
                        new LatePane(
                                resuming.offered().map(Optional::isPresent), () -> new ResumePane(resuming).root()),
                        new LatePane(mfa.question().map(Optional::isPresent), () -> new MfaPane(mfa).root())),
                checks,
                new WizardMenu(
                                opening,
                                recent,
                                new AppearanceMenu(appearance, motion).menu(),
                                new Outside(
                                        stage,
                                        Version.number(),
                                        log,
                                        place -> getHostServices().showDocument(place)))
                        .root());

        var scene = new Scene(wizard.root(), 1000, 700);
        Theme.dress(scene);
        stage.setScene(scene);
        stage.setTitle("ECS Cluster Wizard");
        stage.setOnCloseRequest(event -> {
            if (!wizard.mayClose()) {
                event.consume();
            }
        });
        window = Optional.of(new WindowPlace(stage, memory.placement(), LEAST));
        FirstFrame.of(scene, shown::countDown);
        stage.getIcons().setAll(icon.join());
        stage.show();
        motion.isStill().subscribe(Theme::still);
        wizard.focus();
        preview.chosen().subscribe(made -> made.ifPresent(_ -> background.onWindow(() -> wizard.prepare(previewPage))));
        start.file().ifPresent(opening::open);
    }

    /// JavaFX gives the system one of the images it gets, which it scales to 32 pixels on Windows and to 128 elsewhere.
    private static Image icon() {
        var size = System.getProperty("os.name").startsWith("Windows") ? 32 : 128;
        return new Image(App.class.getResource("icon-" + size + ".png").toString());
    }

    /// Deploys into the account in use.
    private static DeployCommand command(AccountModel account, Path file) {
        var connection = account.profile().getValue();
        return new DeployCommand(
                file, connection.flatMap(Connection::profile), connection.flatMap(Connection::endpoint));
    }

    @Override
    public void stop() {
        // the window is gone, so that nothing waits for the disk
        window.flatMap(WindowPlace::now).ifPresent(settings::remember);
        deploying.ifPresent(DeployModel::close);
        account.ifPresent(AccountModel::close);
        sandbox.close();
    }

    /// Whatever no page answers for is logged and told; every answer stays and the app goes on.
    private void tellOfTheUnforeseen(ErrorDialog dialog, Path log) {
        Thread.setDefaultUncaughtExceptionHandler((_, problem) -> {
            LOGGER.log(System.Logger.Level.ERROR, "Unforeseen", problem);
            background.onWindow(() -> dialog.unforeseen(problem, log.toString()));
        });
    }
}
